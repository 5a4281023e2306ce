using Mlops.Data.Quality.Leakage;
using Mlops.Statistics.Randomness;

namespace Mlops.Data.Quality.LabelNoise;

/// <summary>Finds rows whose label may be wrong: those that the labels of the nearest other rows contradict, and equal rows with different labels.</summary>
/// <remarks>
/// <para>Distances are Euclidean over standardised numbers (missing ones at the mean, cut at ±6 deviations), categories and truths (two different ones are as far
/// apart as numbers by √2), and vectors. A row is not its own neighbour, so its own label does not speak for it; ties go to the earlier row.</para>
/// <para>Classes: p(j) is the share of the k nearest rows with class j. As in confident learning (Northcutt, Jiang and Chuang 2021), class j contradicts label i
/// where p(j) is no less than the mean p(j) of the rows that are labelled j, less two binomial standard deviations (k votes are a rough measure), j has the
/// largest p among those, j ≠ i and p(j) > p(i): a rare class is held to its own standard. Numbers: the residual from the neighbours' median lies beyond 3.5 of its 1.4826 median absolute deviations.</para>
/// <para>The share of contradicted rows estimates the share of wrong labels where classes are apart. Where they overlap it counts hard rows too: read it as an upper
/// estimate, and look at the candidates from the top. Its interval (Clopper and Pearson) covers the rows' sampling only.</para>
/// <para>Exact and brute force up to 20,000 rows: O(n² × features), in blocks on all cores; beyond that neighbours are sought in a seeded sample, and
/// <see cref="LabelNoiseResult.IsSampled"/> says so. The same answer at any number of threads.</para>
/// </remarks>
public static class LabelNoiseSearch
{
    private const double MostPairs = 4e8;
    private const int ExactRows = 20_000;

    /// <summary>Searches data.</summary>
    /// <param name="data">The data with the label.</param>
    /// <param name="options">How; the defaults where left out.</param>
    /// <param name="progress">Told the share of the rows that are done.</param>
    /// <param name="cancellationToken">Ends the work between blocks of rows.</param>
    /// <returns>The candidates; without a label, a status.</returns>
    /// <exception cref="ArgumentException">A label is named that is not there.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LabelNoiseResult Find(
        Dataset data,
        LabelNoiseOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= LabelNoiseOptions.Default;
        options.Check();
        var column = LabelValues.ColumnOf(data, options.Label);
        var result = new LabelNoiseResult
        {
            Status = ResultStatus.Absent,
            Label = column?.Name ?? "",
            Noise = ShareOfRows.Of(0, 0, options.ConfidenceLevel),
            Contradictory = ShareOfRows.Of(0, 0, options.ConfidenceLevel),
        };
        if (column is null)
        {
            return result;
        }

        var label = LabelValues.Of(column, options.LabelReading);
        var features = data
            .Columns.Where(feature =>
                feature.Name != column.Name && data.Schema[feature.Name].Role is null or ColumnRole.Feature
            )
            .ToList();
        if (label.Status != ResultStatus.Ok || features.Count == 0)
        {
            return result with { Status = label.Status == ResultStatus.Ok ? ResultStatus.Absent : label.Status };
        }

        int[] rows = [.. Enumerable.Range(0, data.RowCount).Where(row => !label.IsMissing(row))];
        result = ContradictoryLabels.Of(result, features, label, rows, options);
        var matrix = FeatureMatrix.Of(features, rows);
        result = result with { Features = matrix.Features, NotUsed = matrix.NotUsed };
        if (matrix.Features.Count == 0 || rows.Length < 2 * options.Neighbours)
        {
            return result with { Status = matrix.Features.Count == 0 ? ResultStatus.Absent : ResultStatus.TooFewRows };
        }

        var reference = Reference(rows.Length, options);
        var neighbours = NearestRows.Of(matrix, reference, options.Neighbours, progress, cancellationToken);
        result = result with { Status = ResultStatus.Ok, ReferenceCount = reference.Length };
        return label.Codes is { } codes
            ? ClassNoise.Of(result, [.. rows.Select(row => codes[row])], label.Classes, rows, neighbours, options)
            : NumberNoise.Of(result, [.. rows.Select(row => label.Numbers.Span[row])], rows, neighbours, options);
    }

    private static int[] Reference(int rows, LabelNoiseOptions options)
    {
        var all = Enumerable.Range(0, rows).ToArray();
        var size =
            rows <= ExactRows
                ? options.MaximumReferenceRows
                : Math.Min(options.MaximumReferenceRows, Math.Max(1000, (int)(MostPairs / rows)));
        if (rows <= size)
        {
            return all;
        }

        new Philox(options.Seed).Shuffle(all.AsSpan());
        var sample = all[..size];
        Array.Sort(sample);
        return sample;
    }
}
