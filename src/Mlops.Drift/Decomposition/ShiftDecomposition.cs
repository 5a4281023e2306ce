using Mlops.Data;
using Mlops.Reporting;
using Mlops.Reporting.Notebooks;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Decomposition;

/// <summary>Did the inputs move, or does the label behave differently given the inputs? The covariate and the conditional part of a change, where labels are there.</summary>
/// <remarks>
/// <para>For each input X with the label Y, the squared Jensen-Shannon distance of (X, Y) is that of X alone, the covariate part, plus what Y adds
/// given X, the conditional part; both are judged by their size against the bound, as all changes are. Numbers are cut into bins, labels into
/// at most ten classes or five bins; rows without a label are left out.</para>
/// <para>Inputs are looked at one by one. Given an input that tells little of the label, the label may move with others: so the verdict rests on
/// <see cref="Leading"/>, the feature that tells most of the label in the reference. What several inputs do together, and what lies within
/// a bin, is not seen. O(rows · columns), with the sort of number columns.</para>
/// </remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed record ShiftDecomposition : IReport
{
    internal ShiftDecomposition() { }

    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Absent"/> without a label on a side, <see cref="ResultStatus.AllMissing"/> or
    /// <see cref="ResultStatus.Empty"/> when a side has none in its rows, <see cref="ResultStatus.Undefined"/> without inputs.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The label's column; empty when there is none.</summary>
    public required string Label { get; init; }

    /// <summary>The class whose share <see cref="InputShift.LabelChange"/> decomposes, the one that changed most; empty for a number label, whose mean it is.</summary>
    public required string LabelClass { get; init; }

    /// <summary>The change of the label's own distribution; <see langword="null"/> without an answer.</summary>
    public required EquivalenceResult? LabelChange { get; init; }

    /// <summary>The verdict on the label's own distribution.</summary>
    public required Verdict LabelVerdict { get; init; }

    /// <summary>Features and predictions, those that tell most of the label first.</summary>
    public required IReadOnlyList<InputShift> Inputs { get; init; }

    /// <summary>The reference's rows with a label.</summary>
    public required long ReferenceRows { get; init; }

    /// <summary>The current rows with a label.</summary>
    public required long CurrentRows { get; init; }

    /// <summary>What to call the reference.</summary>
    public required string ReferenceName { get; init; }

    /// <summary>What to call the current data.</summary>
    public required string CurrentName { get; init; }

    /// <summary>What is tolerated, and at which rates.</summary>
    public required DriftOptions Options { get; init; }

    /// <summary>The feature that tells most of the label in the reference; <see langword="null"/> when there is none.</summary>
    public InputShift? Leading => Inputs.FirstOrDefault(input => input.Role == ColumnRole.Feature);

    /// <summary>Whether the features moved: Fail when one surely did by more than is tolerated, Pass when surely none did.</summary>
    public Verdict CovariateVerdict
    {
        get
        {
            var features = Inputs.Where(input => input.Role == ColumnRole.Feature).ToList();
            return features.Exists(input => input.CovariateVerdict == Verdict.Fail) ? Verdict.Fail
                : features.Count > 0 && features.TrueForAll(input => input.CovariateVerdict == Verdict.Pass)
                    ? Verdict.Pass
                : Verdict.Inconclusive;
        }
    }

    /// <summary>Whether the label behaves as before given <see cref="Leading"/>.</summary>
    public Verdict ConditionalVerdict => Leading?.ConditionalVerdict ?? Verdict.Inconclusive;

    /// <summary>What has happened, in a sentence.</summary>
    public string Summary => ShiftDecompositionDocument.Summary(this);

    /// <summary>Decomposes the change between two data sets with labels.</summary>
    /// <param name="reference">The reference, with a column of the role <see cref="ColumnRole.Label"/>, or the one that the options name.</param>
    /// <param name="current">The current data with their labels.</param>
    /// <param name="options">How rows are grouped; <see langword="null"/> for the defaults.</param>
    /// <param name="drift">What is tolerated, and at which rates; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <exception cref="ArgumentException">The options name a label that the reference lacks, or one of times, texts or embeddings.</exception>
    public static ShiftDecomposition Compare(
        Dataset reference,
        Dataset current,
        DecompositionOptions? options = null,
        DriftOptions? drift = null,
        ComputeContext? context = null
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        return ShiftJudge.Judge(
            reference,
            current,
            options ?? DecompositionOptions.Default,
            drift ?? DriftOptions.Default,
            context
        );
    }

    /// <inheritdoc/>
    public ReportDocument ToDocument() => ShiftDecompositionDocument.Of(this);

    /// <summary>What has happened, in a sentence.</summary>
    public override string ToString() => Summary;
}
