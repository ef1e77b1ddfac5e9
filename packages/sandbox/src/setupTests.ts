// Tests that start servers, databases or clusters take seconds on a busy machine.
jest.setTimeout(30_000);
