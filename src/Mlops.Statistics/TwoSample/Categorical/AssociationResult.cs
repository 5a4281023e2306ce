namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>A measure of association of rows and columns, with its asymptotic standard error.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record AssociationResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without counts; <see cref="ResultStatus.Undefined"/> where the measure is 0/0, as with a single column that has counts.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The measure.</summary>
    public required double Value { get; init; }

    /// <summary>The asymptotic standard error under multinomial sampling, by the delta method; 0 at the ends of the measure's range.</summary>
    public required double StandardError { get; init; }

    /// <summary>The value ± z standard errors, cut to the measure's range; too narrow where the standard error is 0.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>N, the sum of all counts.</summary>
    public required long Count { get; init; }
}
