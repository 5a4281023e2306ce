namespace Mlops.Registry.Risk;

/// <summary>Likelihood and severity of one harm.</summary>
/// <param name="Likelihood">How likely it is.</param>
/// <param name="Severity">How severe it is.</param>
public sealed record RiskEstimate(HazardLikelihood Likelihood, HazardSeverity Severity)
{
    /// <summary>Whether one of the two is lower than in another estimate, and neither is higher.</summary>
    /// <param name="other">The other.</param>
    public bool IsLowerThan(RiskEstimate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Likelihood <= other.Likelihood && Severity <= other.Severity && this != other;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{RiskWords.Of(Likelihood)}, {RiskWords.Of(Severity)}";
}
