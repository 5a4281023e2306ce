namespace Mlops.Registry.Policies;

/// <summary>Whether a rule is met.</summary>
public enum RuleOutcome
{
    /// <summary>It is met.</summary>
    Met = 0,

    /// <summary>It is not met.</summary>
    NotMet = 1,

    /// <summary>It does not speak about this step.</summary>
    NotApplicable = 2,
}
