namespace Mlops.Registry.Policies;

/// <summary>Something besides evidence and approvals that a policy may ask of a version.</summary>
public enum PolicyRequirement
{
    /// <summary>The risk is assessed, and the use is not a prohibited one.</summary>
    RiskAssessed = 0,

    /// <summary>The artifact manifest names at least one file.</summary>
    ArtifactsPresent = 1,

    /// <summary>The stored artifacts were read, and match their digests.</summary>
    ArtifactsVerified = 2,

    /// <summary>Inputs and outputs are declared, at least one of each.</summary>
    Signature = 3,

    /// <summary>The lineage names at least one data set.</summary>
    LineageDataSets = 4,

    /// <summary>At least one design decision is recorded.</summary>
    DesignDecisions = 5,

    /// <summary>The model has a risk register.</summary>
    RiskRegister = 6,
}
