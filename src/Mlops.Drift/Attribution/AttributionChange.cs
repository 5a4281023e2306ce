namespace Mlops.Drift.Attribution;

/// <summary>How much the model rests on one feature, then and now.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="ReferenceImportance">The mean absolute attribution in the reference, in the unit of the model's output.</param>
/// <param name="CurrentImportance">The same now.</param>
/// <param name="ReferenceShare">Its share of the importance of all features in the reference, in [0,1].</param>
/// <param name="CurrentShare">The same now.</param>
/// <param name="ShareInterval">The interval of the current share less the reference's.</param>
/// <param name="ReferenceRank">Its rank in the reference: 1 is the most important; equal ones share the mean of their ranks.</param>
/// <param name="CurrentRank">Its rank now.</param>
public sealed record AttributionChange(
    string Feature,
    double ReferenceImportance,
    double CurrentImportance,
    double ReferenceShare,
    double CurrentShare,
    ConfidenceInterval ShareInterval,
    double ReferenceRank,
    double CurrentRank
)
{
    /// <summary>The current share less the reference's, in [-1,1].</summary>
    public double ShareChange => CurrentShare - ReferenceShare;

    /// <summary>The current rank less the reference's: negative where the feature has become more important.</summary>
    public double RankChange => CurrentRank - ReferenceRank;
}
