import './npm.mjs';
