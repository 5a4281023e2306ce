using System.Collections.Immutable;

namespace Mlops.Drift.Slices;

/// <summary>Which slices are compared. Immutable.</summary>
/// <remarks>What is tolerated and at which rates comes from the <see cref="DriftOptions"/>.</remarks>
public sealed record SliceDriftOptions
{
    private readonly int _minimumRows = 100;
    private readonly int _numberBins = 4;
    private readonly int _mostValues = 20;
    private readonly int _mostSlices = 500;

    internal static SliceDriftOptions Default { get; } = new();

    /// <summary>The columns to slice by: categories, booleans and numbers of the reference.</summary>
    /// <value>The default is none named: then the protected columns, or where none is marked, the category and boolean columns that are judged.</value>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>Whether slices of every two of the columns are compared too.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IncludePairs { get; init; }

    /// <summary>The rows that a slice needs on each side to be compared, at least 1.</summary>
    /// <value>The default is 100.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MinimumRows
    {
        get => _minimumRows;
        init => _minimumRows = AtLeast(1, value, nameof(MinimumRows));
    }

    /// <summary>Into how many bins of as many reference rows each number column is cut, at least 2.</summary>
    /// <value>The default is 4. Up to as many distinct values are a slice each.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 2.</exception>
    public int NumberBins
    {
        get => _numberBins;
        init => _numberBins = AtLeast(2, value, nameof(NumberBins));
    }

    /// <summary>How many categories of a column are a slice of their own, the reference's most frequent ones; the rest make one. At least 1.</summary>
    /// <value>The default is 20.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MostValues
    {
        get => _mostValues;
        init => _mostValues = AtLeast(1, value, nameof(MostValues));
    }

    /// <summary>The most slices; what would exceed them is left out, columns and pairs in their order, and the report says so. At least 1.</summary>
    /// <value>The default is 500.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MostSlices
    {
        get => _mostSlices;
        init => _mostSlices = AtLeast(1, value, nameof(MostSlices));
    }

    /// <summary>How chance is controlled over slices and columns.</summary>
    /// <value>The default is <see cref="SliceErrorControl.SelectedSlices"/>.</value>
    public SliceErrorControl ErrorControl { get; init; }

    private static int AtLeast(int least, int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }
}
