using System.Runtime.CompilerServices;

namespace Mlops.Data.Quality.Outliers;

/// <summary>Goes over a column once and counts what lies beyond its fences.</summary>
internal static class FenceScan
{
    public static ColumnOutliers Of(ColumnFences fences, Dataset current, OutlierOptions options)
    {
        var found = current.TryGetColumn(fences.Column, out var column);
        var numbers = column as NumericColumn;
        var status =
            !found ? ResultStatus.Absent
            : numbers is null ? ResultStatus.TypeMismatch
            : fences.Status != ResultStatus.Ok ? fences.Status
            : numbers.Length == 0 ? ResultStatus.Empty
            : numbers.MissingCount == numbers.Length ? ResultStatus.AllMissing
            : ResultStatus.Ok;
        var examples = new List<OutlierValue>();
        var (below, above, present) =
            status == ResultStatus.Ok
                ? Count(numbers!.Values.Span, fences, examples, options.MaximumExamples)
                : default;
        return new ColumnOutliers
        {
            Status = status,
            Fences = fences,
            Outliers = ShareOfRows.Of(below + above, present, options.ConfidenceLevel),
            BelowCount = below,
            AboveCount = above,
            Examples = examples,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (long Below, long Above, long Present) Count(
        ReadOnlySpan<double> values,
        ColumnFences fences,
        List<OutlierValue> examples,
        int maximumExamples
    )
    {
        long below = 0,
            above = 0,
            missing = 0;
        double lower = fences.Lower,
            upper = fences.Upper;
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            if (value >= lower && value <= upper)
            {
                continue;
            }

            if (double.IsNaN(value))
            {
                missing++;
                continue;
            }

            below += value < lower ? 1 : 0;
            above += value > upper ? 1 : 0;
            if (examples.Count < maximumExamples)
            {
                examples.Add(new OutlierValue(row, value, (value - fences.Centre) / fences.Scale));
            }
        }

        return (below, above, values.Length - missing);
    }
}
