using Mlops.Registry.Soak;

// Proof under load; 'eng/registry-soak.sh' runs the long forms, and says what each is for.
//   writers --store sqlite[:FILE]|postgres[:SCHEMA] [--processes 4] [--writers 16] [--seconds 60] [--seed 1] [--folder F]
//   kill    --store … [--kills 200] [--writers 4] [--seed 1] [--crash-every N --crash-command C] [--folder F]
//   speed   --store … [--versions 100000] [--models 50] [--calls 500] [--seconds 5] [--folder F]
// Each prints a table, and ends with 1 when something is not as promised.
return await SoakProgram.RunAsync(args);
