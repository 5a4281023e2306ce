namespace Mlops.Statistics.Stratified;

/// <summary>What one group brings to a change of the mean.</summary>
/// <param name="ReferenceShare">Its share of the reference's rows, in [0,1].</param>
/// <param name="CurrentShare">Its share of the current rows, in [0,1].</param>
/// <param name="ReferenceMean">Its mean in the reference; NaN without rows.</param>
/// <param name="CurrentMean">Its mean now; NaN without rows.</param>
/// <param name="Composition">What the change of its share brings, counted from the mean of both sides; these add up to the composition part.</param>
/// <param name="Within">What the change of its mean brings; these add up to the part within groups.</param>
public readonly record struct KitagawaGroup(
    double ReferenceShare,
    double CurrentShare,
    double ReferenceMean,
    double CurrentMean,
    double Composition,
    double Within
);
