using Mlops.Compare;
using Mlops.Compare.Comparisons;
using Mlops.Compare.Machine;
using Mlops.Compare.Measurement;
using Mlops.Compare.Output;
using Mlops.Compare.Peer;

// dotnet run -c Release --project benchmarks/Mlops.Compare
using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // The peer and the files in the temporary folder go first.
    press.Cancel = true;
    interrupted.Cancel();
};
try
{
    var options = CompareOptions.Parse(args);
    using var peer = new PeerProcess(interrupted.Token);
    if (!peer.IsComplete)
    {
        Console.Error.WriteLine(
            "The peers are not all there, so some rows have ours alone: apt-get install python3-scipy python3-sklearn"
        );
    }

    var machine = new MachineLimits();
    List<Measured> rows = [];
    foreach (var comparison in options.Comparisons)
    {
        Console.Error.WriteLine($"{comparison.Operation} ...");
        rows.Add(ComparisonRun.Measure(comparison, options.Rows, options.Repeat, peer, interrupted.Token));
        machine.Measure();
    }

    rows = rows.ConvertAll(row => row with { LimitMilliseconds = row.Comparison.Limit(machine, row.Rows) });
    Console.WriteLine(
        FormattableString.Invariant(
            $"{options.Rows:N0} rows a side, {Environment.ProcessorCount} cores, memory read at {machine.Bandwidth / 1e9:0.0} GB/s; {(peer.Versions.Length > 0 ? peer.Versions : "no peer")}.\n"
        )
    );
    Console.WriteLine(ResultTable.Render(rows));
    foreach (var limit in rows.GroupBy(row => row.Comparison.LimitText, row => row.Comparison.Operation))
    {
        Console.WriteLine($"Limit of {string.Join(", ", limit)}: {limit.Key}.");
    }

    if (options.Json is { } path)
    {
        File.WriteAllBytes(path, ResultJson.Render(rows, machine, peer.Versions));
    }

    var different = rows.Where(row => row.Agrees == false).Select(row => row.Comparison.Operation).ToList();
    if (different.Count > 0)
    {
        Console.Error.WriteLine($"Not the same calculation, since the results differ: {string.Join(", ", different)}.");
        return 1;
    }

    return 0;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Interrupted.");
    return 130;
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
