using System.Globalization;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>The measured size and power of every test: a short form in every run, the long one where it is asked for.</summary>
/// <remarks>MLOPS_POWER_REPLICATES sets how many pairs of samples are drawn; MLOPS_POWER_TABLE names the file that the table is then written to.</remarks>
public sealed class PowerMeasurement
{
    private const int ShortReplicates = 1000;
    private const int LeastReplicates = 200;
    private const ulong Seed = 20261121;

    private static readonly int[] s_rows = [20, 200];

    /// <summary>Measures every test in every setting of its family.</summary>
    public PowerMeasurement()
    {
        var asked = Environment.GetEnvironmentVariable("MLOPS_POWER_REPLICATES");
        var isLong = !string.IsNullOrEmpty(asked);
        Replicates = isLong ? int.Parse(asked!, CultureInfo.InvariantCulture) : ShortReplicates;
        Rates =
        [
            .. (
                from test in PowerTests.All
                from setting in PowerTests.SettingsOf(test)
                from rows in s_rows
                where isLong || setting.IsNull
                select (test, setting, rows)
            )
                .Select((work, i) => (work, seed: Seed + (ulong)i))
                .AsParallel()
                .AsOrdered()
                .Select(item =>
                    PowerRates.Measure(
                        item.work.test,
                        item.work.setting,
                        item.work.rows,
                        Math.Max(LeastReplicates, Replicates / item.work.test.Cost),
                        item.seed
                    )
                ),
        ];
        if (Environment.GetEnvironmentVariable("MLOPS_POWER_TABLE") is { Length: > 0 } path)
        {
            File.WriteAllText(path, PowerTable.Write(Rates, Replicates));
        }
    }

    internal int Replicates { get; }

    internal IReadOnlyList<PowerRates> Rates { get; }
}
