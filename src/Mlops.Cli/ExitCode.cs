namespace Mlops.Cli;

/// <summary>What the tool tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Wrong use, or input that can't be read.</summary>
    public const int Error = 1;

    public const int VerdictFail = 2;

    public const int VerdictInconclusive = 3;

    /// <summary>The registry refused: no role, a rule of the policy, a stage, or somebody quicker.</summary>
    public const int Refused = 2;

    /// <summary>A registry or proof is not what was written.</summary>
    public const int Broken = 2;

    /// <summary>A registry agrees with itself, and nothing from outside says that it is the one it was.</summary>
    public const int NotExcluded = 3;

    /// <summary>A fault of the tool itself, as sysexits.h counts it.</summary>
    public const int InternalError = 70;

    /// <summary>Interrupted, as shells count it: 128 and the number of the signal.</summary>
    public const int Cancelled = 130;
}
