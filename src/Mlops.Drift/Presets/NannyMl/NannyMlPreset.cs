using Mlops.Drift.Presets.NumPy;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Presets.NannyMl;

/// <summary>Drift as <c>UnivariateDriftCalculator</c> of NannyML 0.13 tells it: chunk by chunk, against thresholds that the reference's own chunks set.</summary>
/// <remarks>
/// <para>
/// Both sides are cut into <see cref="ChunkCount"/> chunks in the order of their rows; rows that are left make one chunk more. Each chunk is compared with the whole
/// reference, whose own chunks give the threshold: the mean of their scores and <see cref="DeviationMultiplier"/> population deviations, not above what the method can
/// reach. A score above it is an alert. <c>chi2</c> alerts at a p-value below 0.05 instead, and no threshold changes that.
/// </para>
/// <para>NannyML has no verdict on the data set; here it is Fail when any chunk of any column has an alert.</para>
/// </remarks>
public sealed record NannyMlPreset : DriftPreset
{
    private const double ChiSquareLevel = 0.05;
    private readonly int _chunkCount = 10;
    private readonly int? _chunkSize;
    private readonly double _deviationMultiplier = 3;

    internal NannyMlPreset()
        : base("nannyml", "NannyML", "0.13", NannyMlCatalogue.All) { }

    /// <summary>How many chunks each side is cut into, but for the rows left.</summary>
    /// <value>At least 1; the default is 10.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int ChunkCount
    {
        get => _chunkCount;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _chunkCount = value;
        }
    }

    /// <summary>The rows of a chunk; it goes before <see cref="ChunkCount"/>.</summary>
    /// <value>At least 1; the default is <see langword="null"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int? ChunkSize
    {
        get => _chunkSize;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1);
            _chunkSize = value;
        }
    }

    /// <summary>How many deviations above the mean of the reference's chunks the threshold lies.</summary>
    /// <value>Not negative; the default is 3.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or NaN.</exception>
    public double DeviationMultiplier
    {
        get => _deviationMultiplier;
        init =>
            _deviationMultiplier =
                value >= 0
                    ? value
                    : throw new ArgumentOutOfRangeException(
                        nameof(DeviationMultiplier),
                        value,
                        "The multiplier must not be negative."
                    );
    }

    internal override PresetMethod DefaultMethod(PresetColumnPair pair) => NannyMlCatalogue.JensenShannon;

    internal override PresetColumn Score(PresetColumnPair pair, ComputeContext? context)
    {
        var method = MethodOf(pair);
        var scorer = pair.IsNumber ? NannyMlChunks.OfNumbers(pair, method) : NannyMlChunks.OfCategories(pair, method);
        var column = new PresetColumn
        {
            Name = pair.Reference.Name,
            Kind = pair.Reference.Kind,
            Role = pair.Role,
            Method = method,
            Score = double.NaN,
            Threshold = double.NaN,
            IsDetected = false,
            Status = scorer.Why.Status,
            Reason = scorer.Why.Reason,
        };
        int size = SizeOf(pair.Reference.Length),
            currentSize = SizeOf(pair.Current.Length);
        if (scorer.Why.Status != ResultStatus.Ok)
        {
            return column;
        }

        if (size == 0 || currentSize == 0)
        {
            return column with
            {
                Status = ResultStatus.TooFewRows,
                Reason = $"fewer rows than the {ChunkCount} chunks, where NannyML throws",
            };
        }

        var isChiSquare = method.Id == NannyMlCatalogue.ChiSquareId;
        var threshold = isChiSquare
            ? double.NaN
            : Threshold(pair, method, scorer.Scores(isReference: true, pair.Reference.Length, size));
        var scores = scorer.Scores(isReference: false, pair.Current.Length, currentSize);
        List<PresetChunk> chunks = [];
        for (var i = 0; i < scores.Count; i++)
        {
            var start = (long)i * currentSize;
            var isDetected = isChiSquare
                ? scores[i].Status == ResultStatus.Ok
                    && scorer.PValue(i, currentSize, pair.Current.Length) < ChiSquareLevel
                : method.Detects(scores[i].Value, threshold);
            chunks.Add(
                new(
                    start,
                    Math.Min(currentSize, pair.Current.Length - start),
                    scores[i].Value,
                    isDetected,
                    scores[i].Status
                )
            );
        }

        var scored = chunks.Where(chunk => chunk.Status == ResultStatus.Ok).ToList();
        return column with
        {
            Score = scored.Count == 0 ? double.NaN : scored.Max(chunk => chunk.Score),
            Threshold = threshold,
            IsDetected = chunks.Any(chunk => chunk.IsDetected),
            Status = scored.Count == 0 ? scores[0].Status : ResultStatus.Ok,
            Reason = scored.Count == 0 ? scores[0].Reason : "",
            Chunks = chunks,
        };
    }

    internal override PresetDecision Decide(IReadOnlyList<PresetColumn> columns)
    {
        if (columns.All(column => column.Chunks.Count == 0))
        {
            return new(Verdict.Inconclusive, "There is no column with chunks to compare.");
        }

        var alerts = columns.Sum(column => column.Chunks.Count(chunk => chunk.IsDetected));
        var chunks = columns.Sum(column => column.Chunks.Count);
        return new(
            alerts > 0 ? Verdict.Fail : Verdict.Pass,
            $"{alerts} of {chunks} chunks of {columns.Count} columns raise an alert; any one counts."
        );
    }

    private int SizeOf(int rows) => ChunkSize ?? rows / ChunkCount;

    private double Threshold(PresetColumnPair pair, PresetMethod method, IReadOnlyList<MethodScore> reference)
    {
        var own = ThresholdOf(pair, method);
        if (!double.IsNaN(own))
        {
            return own;
        }

        double[] scores = [.. reference.Where(score => score.Status == ResultStatus.Ok).Select(score => score.Value)];
        var threshold = NumPySum.Mean(scores) + (NumPySum.StandardDeviation(scores) * DeviationMultiplier);
        return method.Id == "kolmogorov_smirnov" ? Math.Min(threshold, 1) : threshold;
    }
}
