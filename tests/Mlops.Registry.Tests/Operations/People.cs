using Mlops.Registry.Access;

namespace Mlops.Registry.Tests.Operations;

/// <summary>Who acts in the tests: one person for each role, and one without any.</summary>
internal static class People
{
    public static Principal Ada { get; } = new("ada", [RegistryRole.Author]);

    public static Principal Vera { get; } = new("vera", [RegistryRole.Validator]);

    public static Principal Rita { get; } = new("rita", [RegistryRole.RiskOfficer]);

    public static Principal Otto { get; } = new("otto", [RegistryRole.Operator]);

    public static Principal Adam { get; } = new("adam", [RegistryRole.Administrator]);

    public static Principal Audrey { get; } = new("audrey", [RegistryRole.Auditor]);

    public static Principal Eve { get; } = new("eve", []);
}
