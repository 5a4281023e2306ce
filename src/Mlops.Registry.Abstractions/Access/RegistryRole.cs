namespace Mlops.Registry.Access;

/// <summary>The roles that the defaults speak of; a host may name its own.</summary>
public static class RegistryRole
{
    /// <summary>Reads.</summary>
    public const string Reader = "reader";

    /// <summary>Builds models: registers versions, attaches evidence, asks for review.</summary>
    public const string Author = "author";

    /// <summary>Validates independently, and approves.</summary>
    public const string Validator = "validator";

    /// <summary>Answers for risk, and approves.</summary>
    public const string RiskOfficer = "risk-officer";

    /// <summary>Runs models: stages, activates, suspends, rolls back, moves aliases.</summary>
    public const string Operator = "operator";

    /// <summary>Reads everything, the audit log included, and changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>Keeps policies, retention and checkpoints; neither registers, nor approves, nor activates.</summary>
    public const string Administrator = "administrator";
}
