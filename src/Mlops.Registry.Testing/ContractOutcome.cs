namespace Mlops.Registry.Testing;

/// <summary>How a case ended.</summary>
public enum ContractOutcome
{
    /// <summary>The store kept the guarantee.</summary>
    Kept = 0,

    /// <summary>The store broke the guarantee.</summary>
    Broken = 1,

    /// <summary>The case needs a place that can be opened again, and this store has none.</summary>
    NotApplicable = 2,
}
