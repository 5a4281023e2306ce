namespace Mlops.Drift.Presets.Frouros;

public static partial class FrourosMethods
{
    /// <summary><c>MMD</c>: the unbiased squared maximum mean discrepancy with a Gaussian kernel of width 1.</summary>
    /// <param name="reference">The reference's points, one after the other.</param>
    /// <param name="current">The current points.</param>
    /// <param name="dimension">How many numbers make a point.</param>
    /// <remarks>It may be negative. The width does not follow the data, so that the unit of the values decides what is seen. O(points²) without a matrix.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The dimension is below 1.</exception>
    /// <exception cref="ArgumentException">The numbers do not make whole points.</exception>
    public static MethodScore MaximumMeanDiscrepancy(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        int dimension = 1
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        CheckPoints(reference, dimension, nameof(reference));
        CheckPoints(current, dimension, nameof(current));
        int n = reference.Length / dimension,
            m = current.Length / dimension;
        if (Check(reference, current) is { } none)
        {
            return none;
        }

        return n < 2 || m < 2
            ? MethodScore.None(ResultStatus.TooFewRows, "fewer than two points on a side, where frouros divides by 0")
            : new(
                ((KernelSum(reference, reference, dimension) - n) / ((double)n * (n - 1)))
                    + ((KernelSum(current, current, dimension) - m) / ((double)m * (m - 1)))
                    - (2 * KernelSum(reference, current, dimension) / ((double)n * m))
            );
    }

    private static double KernelSum(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int dimension)
    {
        double sum = 0;
        for (var i = 0; i < first.Length; i += dimension)
        {
            double row = 0;
            for (var j = 0; j < second.Length; j += dimension)
            {
                double squared = 0;
                for (var k = 0; k < dimension; k++)
                {
                    var difference = first[i + k] - second[j + k];
                    squared += difference * difference;
                }

                row += Math.Exp(-squared / 2);
            }

            sum += row;
        }

        return sum;
    }

    private static void CheckPoints(ReadOnlySpan<double> values, int dimension, string name)
    {
        if (values.Length % dimension != 0)
        {
            throw new ArgumentException(
                $"'{name}' has {values.Length} numbers, which are no whole points of {dimension}.",
                name
            );
        }
    }
}
