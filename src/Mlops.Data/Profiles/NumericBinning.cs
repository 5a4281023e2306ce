using Mlops.Statistics.Histograms;
using Mlops.Statistics.Quantiles;

namespace Mlops.Data.Profiles;

/// <summary>How a number column is counted: fine cells, of which the judged bins, the tails and the picture are sums.</summary>
/// <remarks>
/// One histogram serves three questions, so that a profile needs a single pass. Cells are right-closed and the outer ones
/// open-ended. Up to 20 distinct reference values (<see cref="IsDiscrete"/>) there is a bin for each value and one for every
/// other; beyond that the bins are the reference's type-1 deciles, equal edges merged. The tails are the values outside the
/// reference's [0.001, 0.999] quantiles. Immutable; equality is by value.
/// </remarks>
public sealed partial class NumericBinning : IEquatable<NumericBinning>
{
    /// <summary>The most distinct values that are counted one by one.</summary>
    public const int MaximumDiscreteValues = 20;

    private const int ValueBinCount = 10;
    private const double TailProbability = 0.001;

    private readonly double[] _points;
    private readonly double[] _pictureEdges;

    private NumericBinning(bool isDiscrete, double[] points, double lowerTail, double upperTail, double[] pictureEdges)
    {
        IsDiscrete = isDiscrete;
        _points = points;
        LowerTail = lowerTail;
        UpperTail = upperTail;
        _pictureEdges = pictureEdges;
        Cells = new HistogramDefinition(CellEdges(isDiscrete, points, lowerTail, upperTail, pictureEdges));
    }

    /// <summary>Whether the reference has at most <see cref="MaximumDiscreteValues"/> distinct values.</summary>
    public bool IsDiscrete { get; }

    /// <summary>The distinct values where <see cref="IsDiscrete"/>, otherwise the inner edges of the value bins.</summary>
    public ReadOnlySpan<double> Points => _points;

    /// <summary>The reference's 0.001 quantile; NaN when it has no values.</summary>
    public double LowerTail { get; }

    /// <summary>The reference's 0.999 quantile; NaN when it has no values.</summary>
    public double UpperTail { get; }

    /// <summary>The limits of the bins that a picture shows, finite and ascending; empty where <see cref="IsDiscrete"/>.</summary>
    public ReadOnlySpan<double> PictureEdges => _pictureEdges;

    /// <summary>The cells that a profile counts.</summary>
    public HistogramDefinition Cells { get; }

    /// <summary>How many value bins there are; where <see cref="IsDiscrete"/> the last holds every other value.</summary>
    public int ValueBins => _points.Length + 1;

    /// <summary>The binning of a reference without values: one bin, and no tails.</summary>
    internal static NumericBinning Empty { get; } = new(true, [], double.NaN, double.NaN, []);

    /// <summary>Makes the binning of a reference column.</summary>
    /// <param name="sorted">The values that are there, ascending, without NaN; may be empty.</param>
    /// <remarks>Takes O(1) beyond the sort, except for counting up to 21 distinct values.</remarks>
    public static NumericBinning FromSorted(ReadOnlySpan<double> sorted)
    {
        if (sorted.IsEmpty)
        {
            return Empty;
        }

        var lower = EmpiricalQuantile.OfSorted(sorted, TailProbability) + 0.0;
        var upper = EmpiricalQuantile.OfSorted(sorted, 1 - TailProbability) + 0.0;
        return FewDistinct(sorted) is { } values
            ? new NumericBinning(true, values, lower, upper, [])
            : new NumericBinning(
                false,
                Normalize(HistogramBinning.Quantile(sorted, ValueBinCount)),
                lower,
                upper,
                NumericPicture.Edges(sorted, lower, upper)
            );
    }

    /// <summary>Makes the binning of values that stand more than once each, or of a sketch's weighted values.</summary>
    /// <param name="values">The values, ascending, without NaN; equal ones may follow each other.</param>
    /// <param name="isComplete">Whether no value is left out, so that few distinct ones may get a bin each.</param>
    internal static NumericBinning FromCounts(WeightedValues values, bool isComplete)
    {
        if (values.Count == 0)
        {
            return Empty;
        }

        var (lower, upper) = (values.Quantile(TailProbability) + 0.0, values.Quantile(1 - TailProbability) + 0.0);
        if (isComplete && FewDistinct(values.Values) is { } distinct)
        {
            return new NumericBinning(true, distinct, lower, upper, []);
        }

        var deciles = Enumerable.Range(1, ValueBinCount - 1).Select(k => values.Quantile((double)k / ValueBinCount));
        return new NumericBinning(
            false,
            Normalize([.. deciles.Distinct()]),
            lower,
            upper,
            NumericPicture.Edges(values.Values, lower, upper)
        );
    }

    /// <summary>Sums cells into the value bins.</summary>
    /// <param name="cells">The counts of the cells.</param>
    /// <returns>The count of each of the <see cref="ValueBins"/>.</returns>
    public long[] SumValueBins(ReadOnlySpan<long> cells)
    {
        var bins = new long[ValueBins];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            bins[ValueBinOf(cell)] += cells[cell];
        }

        return bins;
    }

    /// <summary>Sums the cells that lie below <see cref="LowerTail"/> or above <see cref="UpperTail"/>.</summary>
    /// <param name="cells">The counts of the cells.</param>
    public (long Below, long Above) SumTails(ReadOnlySpan<long> cells)
    {
        var edges = Cells.Edges;
        var (below, above) = (0L, 0L);
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cell < edges.Length && edges[cell] < LowerTail)
            {
                below += cells[cell];
            }
            else if (cell > 0 && edges[cell - 1] >= UpperTail)
            {
                above += cells[cell];
            }
        }

        return (below, above);
    }

    /// <summary>Sums the cells into the bins of the picture; what lies outside its limits is left out.</summary>
    /// <param name="cells">The counts of the cells.</param>
    /// <returns>One count less than there are <see cref="PictureEdges"/>; empty where <see cref="IsDiscrete"/>.</returns>
    public long[] SumPicture(ReadOnlySpan<long> cells)
    {
        if (_pictureEdges.Length < 2)
        {
            return [];
        }

        var edges = Cells.Edges;
        var bins = new long[_pictureEdges.Length - 1];
        var bin = 0;
        for (var cell = 1; cell < edges.Length; cell++)
        {
            while (bin < bins.Length && edges[cell] > _pictureEdges[bin + 1])
            {
                bin++;
            }

            // The lowest edge is the 0.001 quantile itself, which belongs to the picture: its cell begins just below it.
            if (bin < bins.Length && edges[cell] >= _pictureEdges[0])
            {
                bins[bin] += cells[cell];
            }
        }

        return bins;
    }

    /// <summary>The name of a value bin, for people.</summary>
    /// <param name="bin">The bin's index.</param>
    public string Describe(int bin)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bin);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(bin, ValueBins);
        if (IsDiscrete)
        {
            return bin == _points.Length ? "any other value" : Text(_points[bin]);
        }

        return bin == 0 ? $"up to {Text(_points[0])}"
            : bin == _points.Length ? $"above {Text(_points[^1])}"
            : $"{Text(_points[bin - 1])} to {Text(_points[bin])}";
    }

    /// <inheritdoc/>
    public bool Equals(NumericBinning? other) =>
        other is not null
        && IsDiscrete == other.IsDiscrete
        && LowerTail.Equals(other.LowerTail)
        && UpperTail.Equals(other.UpperTail)
        && _points.AsSpan().SequenceEqual(other._points)
        && _pictureEdges.AsSpan().SequenceEqual(other._pictureEdges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NumericBinning);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsDiscrete, LowerTail, UpperTail, Cells);

    private static string Text(double value) => value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture);

    private int ValueBinOf(int cell)
    {
        var edges = Cells.Edges;
        if (!IsDiscrete)
        {
            // The bin of a cell is that of its closed right end; value edges are cell edges, so no cell straddles one.
            return cell == edges.Length ? _points.Length : FirstAtLeast(_points, edges[cell]);
        }

        var point = cell == edges.Length ? -1 : Array.BinarySearch(_points, edges[cell]);
        return point >= 0 ? point : _points.Length;
    }

    private static int FirstAtLeast(double[] points, double value)
    {
        var index = Array.BinarySearch(points, value);
        return index >= 0 ? index : ~index;
    }

    private static double[]? FewDistinct(ReadOnlySpan<double> sorted)
    {
        var distinct = new List<double>(MaximumDiscreteValues);
        foreach (var value in sorted)
        {
            if (distinct.Count == 0 || value != distinct[^1])
            {
                if (distinct.Count == MaximumDiscreteValues)
                {
                    return null;
                }

                distinct.Add(value + 0.0);
            }
        }

        return [.. distinct];
    }

    // Adding zero turns -0.0 into 0.0, so that equal edges have equal bytes.
    private static double[] Normalize(double[] edges) => [.. edges.Select(edge => edge + 0.0)];

    private static double[] CellEdges(
        bool isDiscrete,
        double[] points,
        double lowerTail,
        double upperTail,
        double[] picture
    )
    {
        var edges = new SortedSet<double>(points);
        if (isDiscrete)
        {
            // A cell of its own for each value: between its lower neighbour among all doubles and itself.
            edges.UnionWith(points.Select(Math.BitDecrement));
        }

        if (!double.IsNaN(lowerTail))
        {
            edges.Add(Math.BitDecrement(lowerTail));
            edges.Add(upperTail);
        }

        edges.UnionWith(picture);
        return [.. edges];
    }
}
