using Mlops.Data;

namespace Mlops.Drift.Presets.NannyMl;

/// <summary>Scores the chunks of either side of a column against its reference.</summary>
internal sealed class NannyMlChunks
{
    private readonly Func<bool, Range, MethodScore> _score;
    private readonly Func<Range, double> _pValue;

    private NannyMlChunks(MethodScore why, Func<bool, Range, MethodScore> score, Func<Range, double> pValue) =>
        (Why, _score, _pValue) = (why, score, pValue);

    /// <summary>Why the reference can't be learnt from; its status is Ok when it can.</summary>
    public MethodScore Why { get; }

    public static NannyMlChunks OfNumbers(PresetColumnPair pair, PresetMethod method)
    {
        if (NannyMlMethods.Check(pair.ReferenceValues) is { } why)
        {
            return new(why, (_, _) => why, _ => double.NaN);
        }

        if (pair.Current is not NumericColumn current)
        {
            throw new ArgumentException($"Column '{pair.Current.Name}' holds no numbers.", nameof(pair));
        }

        var reference = (NumericColumn)pair.Reference;
        var fitted = method.FitNumbers!(pair.ReferenceValues);
        return new(
            default,
            (isReference, rows) =>
            {
                var values = PresetColumnPair.Present((isReference ? reference : current).Values.Span[rows]);
                return values.Length == 0 ? NannyMlMethods.Empty : fitted(values);
            },
            _ => double.NaN
        );
    }

    public static NannyMlChunks OfCategories(PresetColumnPair pair, PresetMethod method)
    {
        var categories = pair.Categories;
        if (categories.ReferenceCounts.Sum() == 0)
        {
            return new(NannyMlMethods.Empty, (_, _) => NannyMlMethods.Empty, _ => double.NaN);
        }

        var fitted = method.FitCategories!(categories.ReferenceCounts);
        return new(
            default,
            (isReference, rows) =>
            {
                var counts = categories.CountsOf(
                    (isReference ? categories.Reference : categories.Current).AsSpan(rows)
                );
                return counts.Sum() == 0 ? NannyMlMethods.Empty : fitted(counts);
            },
            rows =>
                NannyMlFits
                    .ChiSquarePValue(categories.ReferenceCounts, categories.CountsOf(categories.Current.AsSpan(rows)))
                    .Value
        );
    }

    public IReadOnlyList<MethodScore> Scores(bool isReference, int rows, int size)
    {
        List<MethodScore> scores = [];
        for (var start = 0; start < rows; start += size)
        {
            scores.Add(_score(isReference, start..Math.Min(rows, start + size)));
        }

        return scores;
    }

    /// <summary>The p-value of a chunk of the current data, for the method that alerts by it.</summary>
    public double PValue(int chunk, int size, int rows) => _pValue((chunk * size)..Math.Min(rows, (chunk + 1) * size));
}
