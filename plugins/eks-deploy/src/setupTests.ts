import '@testing-library/jest-dom';

// On a busy machine the components' menus and dialogs take seconds to open.
jest.setTimeout(20_000);
