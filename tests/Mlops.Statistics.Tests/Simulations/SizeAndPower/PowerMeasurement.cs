using System.Collections.Concurrent;
using System.Globalization;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>The measured size and power of every test: a short form in every run, the long one where it is asked for.</summary>
/// <remarks>MLOPS_POWER_REPLICATES sets how many pairs of samples are drawn; MLOPS_POWER_TABLE names the file that the table is then written to.</remarks>
public sealed class PowerMeasurement
{
    private const int ShortReplicates = 500;
    private const int LeastReplicates = 200;
    private const ulong Seed = 20261121;

    private static readonly int[] s_rows = [20, 200];

    /// <summary>Measures every test in every setting of its family.</summary>
    public PowerMeasurement()
    {
        var asked = Environment.GetEnvironmentVariable("MLOPS_POWER_REPLICATES");
        var isLong = !string.IsNullOrEmpty(asked);
        Replicates = isLong ? int.Parse(asked!, CultureInfo.InvariantCulture) : ShortReplicates;
        var work = (
            from test in PowerTests.All
            from setting in test.Family.Settings
            from rows in s_rows
            where isLong || setting.IsNull
            select (test, setting, rows)
        ).ToList();
        var rates = new PowerRates[work.Count];

        // One at a time from the list: some take a thousand times as long as others.
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, rates.Length), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            i =>
                rates[i] = PowerRates.Measure(
                    work[i].test,
                    work[i].setting,
                    work[i].rows,
                    Math.Max(LeastReplicates, Replicates / work[i].test.Cost),
                    SeedOf(work[i].test.Family, work[i].setting, work[i].rows)
                )
        );
        Rates = rates;
        if (Environment.GetEnvironmentVariable("MLOPS_POWER_TABLE") is { Length: > 0 } path)
        {
            File.WriteAllText(path, PowerTable.Write(Rates, Replicates));
        }
    }

    internal int Replicates { get; }

    internal IReadOnlyList<PowerRates> Rates { get; }

    /// <summary>All tests of a family are given the same pairs: what differs between them is the tests.</summary>
    private static ulong SeedOf(PowerFamily family, PowerSetting setting, int rows) =>
        Seed + (ulong)(family.Settings.Count * rows) + (ulong)family.Settings.ToList().IndexOf(setting);
}
