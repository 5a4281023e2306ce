using BenchmarkDotNet.Running;

// dotnet run -c Release --project benchmarks/Mlops.Benchmarks -- --filter '*Sort*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
