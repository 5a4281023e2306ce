using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>What rank tests of scale have in common. Their standardised statistics are positive where the reference is the wider one.</summary>
internal static class Scale
{
    /// <summary>1 where large statistics are extreme, -1 where small ones are, 0 for both.</summary>
    internal static int Side(ScaleAlternative alternative) =>
        alternative switch
        {
            ScaleAlternative.CurrentNarrower => 1,
            ScaleAlternative.CurrentWider => -1,
            _ => 0,
        };

    internal static double OfNormal(double statistic, ScaleAlternative alternative)
    {
        var side = Side(alternative);
        return side == 0 ? 2 * Normal.Survival(Math.Abs(statistic)) : Normal.Survival(side * statistic);
    }

    internal static long SumOfReference(ReadOnlySpan<long> scores, ReadOnlySpan<byte> labels)
    {
        long sum = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            sum += labels[i] == 0 ? scores[i] : 0;
        }

        return sum;
    }
}
