using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The limits of quadratic statistics given the ties: weighted sums of squares of a Brownian bridge where groups of equal values end.</summary>
/// <remarks>
/// The weights of the chi-square variables are the eigenvalues of the bridge's covariance min(s,t) - s t there, with the statistic's own weights.
/// Neighbouring groups are taken together until there are at most some hundred; what that loses of the mean is given back.
/// </remarks>
internal static class TiedLimits
{
    /// <summary>The share of all values that small neighbouring groups are collected up to.</summary>
    private const double CellShare = 1.0 / 128;

    /// <summary>The share of the largest eigenvalue below which one is rounding.</summary>
    private const double Negligible = 1e-9;

    /// <summary>Σ p B(t)². Null where all values are equal.</summary>
    internal static WeightedChiSquare? CramerVonMises(ReadOnlySpan<long> ends) =>
        Of(ends, isMidrank: false, (share, _) => share);

    /// <summary>Σ p B² / (t (1 - t)), at the ends of groups or, by midranks, at their middles. Null where all values are equal.</summary>
    internal static WeightedChiSquare? AndersonDarling(ReadOnlySpan<long> ends, bool isMidrank) =>
        isMidrank
            ? Of(ends, isMidrank, (share, end) => share / Variance(end - (share / 2), share / 4))
            : Of(ends, isMidrank, (share, end) => share / Variance(end, 0));

    private static double Variance(double t, double less) => (t * (1 - t)) - less;

    private static WeightedChiSquare? Of(
        ReadOnlySpan<long> ends,
        bool isMidrank,
        Func<double, double, double> weight
    )
    {
        if (ends.Length < 2)
        {
            return null;
        }

        var cells = Cells(ends);
        var count = isMidrank ? cells.Length : cells.Length - 1;
        var roots = new double[count];
        for (var cell = 0; cell < count; cell++)
        {
            roots[cell] = Math.Sqrt(weight(cells[cell] - Begin(cells, cell), cells[cell]));
        }

        var matrix = new double[count][];
        for (var row = 0; row < count; row++)
        {
            matrix[row] = new double[count];
            for (var column = 0; column <= row; column++)
            {
                matrix[row][column] = roots[row] * roots[column] * Covariance(cells, row, column, isMidrank);
            }
        }

        var eigenvalues = SymmetricEigenvalues.Of(matrix);
        double[] weights = [.. eigenvalues.TakeWhile(value => value > Negligible * eigenvalues[0])];
        var lost = Mean(ends, isMidrank, weight) - weights.Sum();
        return new WeightedChiSquare(weights, [Math.Max(0, lost)]);
    }

    /// <summary>The shares of all values in or below each cell.</summary>
    private static double[] Cells(ReadOnlySpan<long> ends)
    {
        var cells = new List<double>();
        double total = ends[^1],
            begin = 0;
        for (var group = 0; group < ends.Length; group++)
        {
            var end = ends[group] / total;
            var next = group + 1 < ends.Length ? ends[group + 1] / total : 2;
            if (next - begin > CellShare)
            {
                cells.Add(end);
                begin = end;
            }
        }

        return [.. cells];
    }

    /// <summary>The mean of the limit before groups are collected: the trace.</summary>
    private static double Mean(ReadOnlySpan<long> ends, bool isMidrank, Func<double, double, double> weight)
    {
        double total = ends[^1],
            begin = 0;
        var sum = default(CompensatedSum);
        for (var group = 0; group < (isMidrank ? ends.Length : ends.Length - 1); group++)
        {
            var end = ends[group] / total;
            var share = end - begin;
            sum.Add(weight(share, end) * (isMidrank ? Variance(end - (share / 2), share / 4) : Variance(end, 0)));
            begin = end;
        }

        return sum.Value;
    }

    private static double Covariance(double[] cells, int row, int column, bool isMidrank)
    {
        if (!isMidrank)
        {
            return Bridge(cells[row], cells[column]);
        }

        double above = cells[row],
            below = Begin(cells, row),
            otherAbove = cells[column],
            otherBelow = Begin(cells, column);
        return (
                Bridge(above, otherAbove)
                + Bridge(above, otherBelow)
                + Bridge(below, otherAbove)
                + Bridge(below, otherBelow)
            ) / 4;
    }

    private static double Begin(double[] cells, int cell) => cell > 0 ? cells[cell - 1] : 0;

    private static double Bridge(double s, double t) => Math.Min(s, t) * (1 - Math.Max(s, t));
}
