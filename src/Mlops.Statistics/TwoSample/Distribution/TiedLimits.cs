using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The limits of quadratic statistics given the ties: weighted sums of squares of a Brownian bridge where groups of equal values end.</summary>
/// <remarks>
/// The weights of the chi-square variables are the eigenvalues of the bridge's covariance min(s,t) - s t there, with the statistic's own weights.
/// Neighbouring small groups are taken together, at their mean place, until there are at most some hundred; what that loses of the mean is given back.
/// Tails stay within one percent by that, and are exact where groups are few or large, so that none are collected.
/// </remarks>
internal static class TiedLimits
{
    /// <summary>The share of all values that small neighbouring groups are collected up to.</summary>
    private const double CellShare = 1.0 / 128;

    /// <summary>The same, as a share of what lies beyond them: finer towards both ends, where the weights of Anderson and Darling grow.</summary>
    private const double TailShare = 0.25;

    /// <summary>The share of the largest eigenvalue below which one is rounding.</summary>
    private const double Negligible = 1e-9;

    /// <summary>Σ p B(t)². Null where all values are equal.</summary>
    internal static WeightedChiSquare? CramerVonMises(ReadOnlySpan<long> ends) =>
        Of(ends, isMidrank: false, (share, _) => share);

    /// <summary>Σ p B² / (t (1 - t)), at the ends of groups or, by midranks, at their middles. Null where all values are equal.</summary>
    internal static WeightedChiSquare? AndersonDarling(ReadOnlySpan<long> ends, bool isMidrank) =>
        Of(ends, isMidrank, (share, variance) => share / variance);

    private static WeightedChiSquare? Of(ReadOnlySpan<long> ends, bool isMidrank, Func<double, double, double> weight)
    {
        if (ends.Length < 2)
        {
            return null;
        }

        var (cells, mean) = Cells(ends, isMidrank, weight);
        var roots = Array.ConvertAll(cells, cell => Math.Sqrt(weight(cell.Share, cell.Covariance(cell))));
        var matrix = new double[cells.Length][];
        for (var row = 0; row < cells.Length; row++)
        {
            matrix[row] = new double[cells.Length];
            for (var column = 0; column <= row; column++)
            {
                matrix[row][column] = roots[row] * roots[column] * cells[row].Covariance(cells[column]);
            }
        }

        var eigenvalues = SymmetricEigenvalues.Of(matrix);
        double[] weights = [.. eigenvalues.TakeWhile(value => value > Negligible * eigenvalues[0])];
        return new WeightedChiSquare(weights, [Math.Max(0, mean - weights.Sum())]);
    }

    /// <summary>The groups, small ones collected, and the mean of the limit before that: the trace.</summary>
    private static (Cell[] Cells, double Mean) Cells(
        ReadOnlySpan<long> ends,
        bool isMidrank,
        Func<double, double, double> weight
    )
    {
        var cells = new List<Cell>();
        var mean = default(CompensatedSum);
        double total = ends[^1],
            begin = 0,
            cellBegin = 0,
            moment = 0;

        // At the end of the last group the bridge is 0.
        var count = isMidrank ? ends.Length : ends.Length - 1;
        for (var group = 0; group < count; group++)
        {
            var end = ends[group] / total;
            var share = end - begin;
            var place = new Cell(share, isMidrank ? begin : end, end);
            var variance = place.Covariance(place);
            mean.Add(weight(share, variance) * variance);
            moment += share * place.Middle;
            var next = group + 1 < count ? ends[group + 1] / total : 2;
            if (next - cellBegin > Math.Min(CellShare, TailShare * Math.Min(cellBegin, 1 - cellBegin)))
            {
                var middle = moment / (end - cellBegin);
                cells.Add(begin == cellBegin ? place : new Cell(end - cellBegin, middle, middle));
                (cellBegin, moment) = (end, 0);
            }

            begin = end;
        }

        return ([.. cells], mean.Value);
    }

    /// <summary>Values that count as one group: their share, and the mean of the bridge at two places.</summary>
    private readonly record struct Cell(double Share, double Low, double High)
    {
        internal double Middle => 0.5 * (Low + High);

        internal double Covariance(in Cell other) =>
            (Bridge(Low, other.Low) + Bridge(Low, other.High) + Bridge(High, other.Low) + Bridge(High, other.High)) / 4;

        private static double Bridge(double s, double t) => Math.Min(s, t) * (1 - Math.Max(s, t));
    }
}
