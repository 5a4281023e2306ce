namespace Mlops.Statistics.Stratified;

/// <summary>A part of a change, with what chance can do to it.</summary>
/// <param name="Estimate">The part, in the unit of the values.</param>
/// <param name="StandardError">Its standard error; rows are taken to be independent.</param>
/// <param name="Interval">Its interval, by the normal approximation.</param>
/// <param name="PValue">The two-sided p-value of "there is no such part".</param>
public readonly record struct DecomposedPart(
    double Estimate,
    double StandardError,
    ConfidenceInterval Interval,
    double PValue
);
