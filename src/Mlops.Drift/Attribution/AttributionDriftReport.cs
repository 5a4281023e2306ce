using Mlops.Reporting;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Notebooks;

namespace Mlops.Drift.Attribution;

/// <summary>Whether the model still rests on the same features, and what has changed.</summary>
/// <remarks>Immutable. The same attributions and options give the same report at any number of threads.</remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed record AttributionDriftReport : IReport, ICheckReport
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.TooFewRows"/> where only the interval is missing,
    /// <see cref="ResultStatus.Undefined"/> with a single feature or a reference without any attribution,
    /// <see cref="ResultStatus.Constant"/> when every current attribution is 0.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>NDCG of the current ranking, gains by the reference's importance, in [0,1]; 1 is the same ranking.</summary>
    public required double Agreement { get; init; }

    /// <summary>The interval of the agreement.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Every feature, in the order given.</summary>
    public required IReadOnlyList<AttributionChange> Features { get; init; }

    /// <summary>Features that the current attributions lack; any of them fails the comparison.</summary>
    public IReadOnlyList<string> MissingFeatures { get; init; } = [];

    /// <summary>The reference's rows that were used.</summary>
    public required long ReferenceRows { get; init; }

    /// <summary>The current rows that were used.</summary>
    public required long CurrentRows { get; init; }

    /// <summary>The reference's rows that were left out, because an attribution is missing.</summary>
    public required long SkippedReferenceRows { get; init; }

    /// <summary>The current rows that were left out likewise.</summary>
    public required long SkippedCurrentRows { get; init; }

    /// <summary>What to call the reference.</summary>
    public string ReferenceName { get; init; } = "reference";

    /// <summary>What to call the current data.</summary>
    public string CurrentName { get; init; } = "current";

    /// <summary>What was asked.</summary>
    public required AttributionDriftOptions Options { get; init; }

    /// <summary>Fail when the agreement is surely below the threshold, or features are gone; Pass when it is surely not; otherwise Inconclusive.</summary>
    public Verdict Verdict =>
        MissingFeatures.Count > 0 || Status == ResultStatus.Constant || Interval.Upper < Options.Threshold
            ? Verdict.Fail
        : Interval.Lower >= Options.Threshold ? Verdict.Pass
        : Verdict.Inconclusive;

    /// <inheritdoc/>
    public ReportDocument ToDocument() => AttributionDriftDocument.Of(this);

    /// <summary>The report as one check, <c>drift/attribution</c>.</summary>
    public CheckSuite ToChecks() => AttributionDriftDocument.Checks(this);

    /// <summary>The verdict in one sentence.</summary>
    public override string ToString() => $"{Verdict}: {AttributionDriftDocument.Headline(this)}";
}
