namespace Mlops.Data.Quality.LabelNoise;

/// <summary>Tells which classes are contradicted by those of the nearest rows.</summary>
internal static class ClassNoise
{
    public static LabelNoiseResult Of(
        LabelNoiseResult result,
        int[] codes,
        IReadOnlyList<string> classes,
        int[] rows,
        int[] neighbours,
        LabelNoiseOptions options
    )
    {
        var k = options.Neighbours;
        var counts = new int[codes.Length * classes.Count];
        var sums = new double[classes.Count];
        var labelled = new double[classes.Count];
        for (var i = 0; i < codes.Length; i++)
        {
            foreach (var neighbour in neighbours.AsSpan(i * k, k))
            {
                counts[(i * classes.Count) + codes[neighbour]]++;
            }

            sums[codes[i]] += counts[(i * classes.Count) + codes[i]];
            labelled[codes[i]]++;
        }

        // As many votes as its own rows have, to two binomial deviations.
        var least = sums.Select(
                (sum, code) =>
                {
                    var typical = labelled[code] == 0 ? 1 : sum / labelled[code] / k;
                    return Math.Max(1, (k * typical) - (2 * Math.Sqrt(k * typical * (1 - typical))));
                }
            )
            .ToArray();
        var candidates = new List<NoiseCandidate>();
        for (var i = 0; i < codes.Length; i++)
        {
            var votes = counts.AsSpan(i * classes.Count, classes.Count);
            var said = -1;
            for (var code = 0; code < classes.Count; code++)
            {
                if (votes[code] >= least[code] && (said < 0 || votes[code] > votes[said]))
                {
                    said = code;
                }
            }

            if (said >= 0 && said != codes[i] && votes[said] > votes[codes[i]])
            {
                candidates.Add(
                    new NoiseCandidate(
                        rows[i],
                        classes[codes[i]],
                        classes[said],
                        (votes[said] - votes[codes[i]]) / (double)k
                    )
                );
            }
        }

        return result with
        {
            Noise = ShareOfRows.Of(candidates.Count, codes.Length, options.ConfidenceLevel),
            Candidates =
            [
                .. candidates
                    .OrderByDescending(candidate => candidate.Score)
                    .ThenBy(candidate => candidate.Row)
                    .Take(options.MaximumCandidates),
            ],
        };
    }
}
