namespace Mlops.Drift.Decomposition;

/// <summary>How rows are grouped and how sure intervals are. Immutable, with value equality.</summary>
public sealed record DecompositionOptions
{
    private readonly int _numberBins = 10;
    private readonly int _mostValues = 20;
    private readonly double _confidenceLevel = 0.90;

    internal static DecompositionOptions Default { get; } = new();

    /// <summary>Into how many bins of as many reference rows a number column is cut, at least 2.</summary>
    /// <value>The default is 10. Up to as many distinct values are a group each.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 2.</exception>
    public int NumberBins
    {
        get => _numberBins;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(NumberBins));
            _numberBins = value;
        }
    }

    /// <summary>How many categories of a column are a group of their own, the reference's most frequent ones; the rest make one. At least 1.</summary>
    /// <value>The default is 20.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MostValues
    {
        get => _mostValues;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MostValues));
            _mostValues = value;
        }
    }

    /// <summary>The two-sided level of the intervals, in (0,1).</summary>
    /// <value>The default is 0.90.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double ConfidenceLevel
    {
        get => _confidenceLevel;
        init =>
            _confidenceLevel = value is > 0 and < 1
                ? value
                : throw new ArgumentOutOfRangeException(nameof(ConfidenceLevel), value, "The level must lie in (0,1).");
    }

    /// <summary>The label's column, for <see cref="ShiftDecomposition"/>.</summary>
    /// <value>The default is <see langword="null"/>: the first column whose role is a label.</value>
    public string? Label { get; init; }
}
