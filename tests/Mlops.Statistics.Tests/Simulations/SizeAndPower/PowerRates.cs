namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>How often a test rejected in one setting.</summary>
/// <param name="Test">The test.</param>
/// <param name="Setting">The setting.</param>
/// <param name="Rows">Rows a side.</param>
/// <param name="Replicates">Pairs of samples.</param>
/// <param name="RejectedRate">The share of pairs with a p-value at or under the level.</param>
/// <param name="UnansweredRate">The share of pairs without a p-value; they are not rejected.</param>
/// <param name="Attainable">The largest p-value at or under the level that was seen.</param>
internal sealed record PowerRates(
    PowerTest Test,
    PowerSetting Setting,
    int Rows,
    int Replicates,
    double RejectedRate,
    double UnansweredRate,
    double Attainable
)
{
    public const double Level = 0.05;

    /// <summary>The size that is known not to be the level, if so.</summary>
    public KnownSize? Known =>
        Setting.IsNull
            ? Test.KnownSizes.FirstOrDefault(known => known.Setting == Setting.Name && known.Rows == Rows)
            : null;

    /// <summary>The largest size that the test may have.</summary>
    public double Size => Known?.Size ?? Level;

    /// <summary>Three standard errors of a rate of that size.</summary>
    public double Margin => 3 * Math.Sqrt(Size * (1 - Size) / Replicates);

    public static PowerRates Measure(PowerTest test, PowerSetting setting, int rows, int replicates, ulong seed)
    {
        var random = new Xoshiro256(seed);
        double[] reference = new double[rows],
            current = new double[rows];
        int rejected = 0,
            unanswered = 0;
        double attainable = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            for (var i = 0; i < rows; i++)
            {
                reference[i] = setting.Reference(random);
                current[i] = setting.Current(random, rows);
            }

            var p = test.PValue(reference, current, (ulong)replicate);
            unanswered += double.IsNaN(p) ? 1 : 0;
            if (p <= Level)
            {
                rejected++;
                attainable = Math.Max(attainable, p);
            }
        }

        return new PowerRates(
            test,
            setting,
            rows,
            replicates,
            rejected / (double)replicates,
            unanswered / (double)replicates,
            attainable
        );
    }

    public override string ToString() =>
        FormattableString.Invariant(
            $"{Test.Name}, {Setting.Name}, n = {Rows}: {RejectedRate:P2} rejected of {Replicates}, margin {Margin:P2}, attainable {Attainable:P2}"
        );
}
