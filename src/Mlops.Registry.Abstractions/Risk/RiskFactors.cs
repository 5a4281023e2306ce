namespace Mlops.Registry.Risk;

/// <summary>The four factors that a model's owner declares.</summary>
/// <param name="DataSensitivity">How sensitive the data are.</param>
/// <param name="BusinessImpact">What wrong answers do to persons and to the business.</param>
/// <param name="ModelComplexity">How hard the model is to understand and to check.</param>
/// <param name="DeploymentScope">How many it reaches, and how directly.</param>
public sealed record RiskFactors(
    RiskFactor DataSensitivity,
    RiskFactor BusinessImpact,
    RiskFactor ModelComplexity,
    RiskFactor DeploymentScope
)
{
    /// <summary>Four levels without rationales.</summary>
    /// <param name="dataSensitivity">How sensitive the data are.</param>
    /// <param name="businessImpact">What wrong answers do.</param>
    /// <param name="modelComplexity">How hard the model is to check.</param>
    /// <param name="deploymentScope">How many it reaches.</param>
    public static RiskFactors Of(
        FactorLevel dataSensitivity,
        FactorLevel businessImpact,
        FactorLevel modelComplexity,
        FactorLevel deploymentScope
    ) => new(new(dataSensitivity), new(businessImpact), new(modelComplexity), new(deploymentScope));
}
