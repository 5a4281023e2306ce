using System.Buffers;
using Mlops.Data;
using Mlops.Data.Profiles;

namespace Mlops.Drift.Dependence;

/// <summary>In which bin of each component every row of a column is.</summary>
internal sealed class ColumnCodes : IDisposable
{
    private static readonly string[] s_booleans = ["false", "true"];

    private readonly int[] _value;
    private readonly int[] _missing;
    private readonly int[] _novel;
    private readonly int _rows;

    private ColumnCodes(int rows)
    {
        _rows = rows;
        _value = ArrayPool<int>.Shared.Rent(rows);
        _missing = ArrayPool<int>.Shared.Rent(rows);
        _novel = ArrayPool<int>.Shared.Rent(rows);
    }

    public int ValueBins { get; private init; }

    public ReadOnlySpan<int> Value => _value.AsSpan(0, _rows);

    public ReadOnlySpan<int> Missing => _missing.AsSpan(0, _rows);

    /// <summary>1 for values that are new to the reference, as far as it can be said of a row; -1 where there is none.</summary>
    public ReadOnlySpan<int> Novel => _novel.AsSpan(0, _rows);

    public static ColumnCodes Of(Column column, ColumnProfile reference) =>
        column switch
        {
            NumericColumn numbers => OfNumbers(numbers.Values.Span, reference.Definition.Binning!),
            BooleanColumn booleans => OfCodes(
                booleans.Length,
                row => booleans.Codes.Span[row],
                [.. s_booleans.Select(IsNew(reference))]
            ),
            CategoryColumn categories => OfCodes(
                categories.Length,
                row => categories.Codes.Span[row],
                [.. categories.Categories.Select(IsNew(reference))]
            ),
            _ => throw new InvalidOperationException($"Columns of {column.Kind} are not judged."),
        };

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_value);
        ArrayPool<int>.Shared.Return(_missing);
        ArrayPool<int>.Shared.Return(_novel);
    }

    private static Func<string, bool> IsNew(ColumnProfile reference)
    {
        var known = (CategoryColumnProfile)reference;
        return category => known.CountOf(category) == 0;
    }

    private static ColumnCodes OfCodes(int rows, Func<int, int> codeOf, bool[] isNew)
    {
        var codes = new ColumnCodes(rows) { ValueBins = isNew.Length };
        for (var row = 0; row < rows; row++)
        {
            var code = codeOf(row);
            codes._value[row] = Math.Max(code, -1);
            codes._missing[row] = code < 0 ? 1 : 0;
            codes._novel[row] =
                code < 0 ? -1
                : isNew[code] ? 1
                : 0;
        }

        return codes;
    }

    private static ColumnCodes OfNumbers(ReadOnlySpan<double> values, NumericBinning binning)
    {
        var codes = new ColumnCodes(values.Length) { ValueBins = binning.ValueBins };
        var points = binning.Points;
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            if (double.IsNaN(value))
            {
                (codes._value[row], codes._missing[row], codes._novel[row]) = (-1, 1, -1);
                continue;
            }

            // There are at most twenty points: to count those below takes no branch.
            var bin = 0;
            foreach (var point in points)
            {
                bin += value > point ? 1 : 0;
            }

            if (binning.IsDiscrete && (bin == points.Length || points[bin] != value))
            {
                bin = points.Length;
            }

            codes._value[row] = bin;
            codes._missing[row] = 0;
            codes._novel[row] = value < binning.LowerTail || value > binning.UpperTail ? 1 : 0;
        }

        return codes;
    }
}
