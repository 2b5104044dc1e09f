import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/ui.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the dashboard');
createRoot(root).render(<App />);
