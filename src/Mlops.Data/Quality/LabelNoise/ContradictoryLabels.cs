using Mlops.Data.Quality.Duplicates;
using Mlops.Data.Quality.Leakage;

namespace Mlops.Data.Quality.LabelNoise;

/// <summary>Counts rows that have another label than most rows with exactly their features.</summary>
internal static class ContradictoryLabels
{
    private const int MostRows = 100;

    public static LabelNoiseResult Of(
        LabelNoiseResult result,
        IReadOnlyList<Column> features,
        LabelValues label,
        int[] rows,
        LabelNoiseOptions options
    )
    {
        if (label.Codes is not { } codes)
        {
            return result;
        }

        var firstOf = RowIndex.Of(features, label.Column.Length).FirstOf;
        var counts = new Dictionary<(int First, int Code), int>();
        foreach (var row in rows)
        {
            var key = (firstOf[row], codes[row]);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        var majority = new Dictionary<int, (int Code, int Count)>();
        foreach (var (key, count) in counts)
        {
            // Of equally many the class that came first in the data.
            if (
                !majority.TryGetValue(key.First, out var best)
                || count > best.Count
                || (count == best.Count && key.Code < best.Code)
            )
            {
                majority[key.First] = (key.Code, count);
            }
        }

        var against = rows.Where(row => majority[firstOf[row]].Code != codes[row]).ToList();
        return result with
        {
            Contradictory = ShareOfRows.Of(against.Count, rows.Length, options.ConfidenceLevel),
            ContradictoryRows = [.. against.Take(MostRows).Select(row => (long)row)],
        };
    }
}
