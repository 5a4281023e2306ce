namespace Mlops.Registry.Policies;

/// <summary>What comes of a rule that is not met; so that a live estate can adopt a policy step by step.</summary>
public enum RuleMode
{
    /// <summary>It is written down, and nobody is told.</summary>
    Observe = 0,

    /// <summary>The caller is warned; the step is taken.</summary>
    Warn = 1,

    /// <summary>The step is refused.</summary>
    Enforce = 2,
}
