// Loaded into the measured servers with --import and --expose-gc: memory is compared after a collection, not before.
process.on('SIGUSR2', () => globalThis.gc?.())
