using System.Buffers;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>The acceleration of a statistic: how its standard error changes with its value.</summary>
internal static class Jackknife
{
    /// <summary>The most groups of units that are left out in turn. Groups keep the ratio of the third moment to the second that is asked for.</summary>
    internal const int MostGroups = 1_000;

    internal static int Groups(int units) => Math.Min(units, MostGroups);

    /// <summary>The statistic without each group in turn; group g of G has the rows g, g + G, g + 2G, …</summary>
    internal static double[] LeaveOut(double[] values, SampleStatistic statistic, ComputeContext? context)
    {
        var groups = Groups(values.Length);
        return Replicates.All(
            groups,
            context,
            group =>
            {
                var rented = ArrayPool<double>.Shared.Rent(values.Length);
                try
                {
                    var kept = 0;
                    for (int i = 0, next = group; i < values.Length; i++)
                    {
                        if (i == next)
                        {
                            next += groups;
                        }
                        else
                        {
                            rented[kept++] = values[i];
                        }
                    }

                    return statistic(rented.AsSpan(0, kept));
                }
                finally
                {
                    ArrayPool<double>.Shared.Return(rented);
                }
            }
        );
    }

    /// <summary>Efron's (1987) a from the statistics of each sample's groups; 0 where they do not tell.</summary>
    internal static double Acceleration(params ReadOnlySpan<double[]> samples)
    {
        double cubes = 0,
            squares = 0;
        foreach (var sample in samples)
        {
            var mean = 0.0;
            foreach (var value in sample)
            {
                mean += value / sample.Length;
            }

            foreach (var value in sample)
            {
                // The influence over the count: (G - 1)(mean - value) / G.
                var influence = (mean - value) * (sample.Length - 1) / sample.Length;
                cubes += influence * influence * influence;
                squares += influence * influence;
            }
        }

        var acceleration = cubes / (6 * squares * Math.Sqrt(squares));
        return double.IsFinite(acceleration) ? acceleration : 0;
    }
}
