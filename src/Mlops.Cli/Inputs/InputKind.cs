namespace Mlops.Cli.Inputs;

/// <summary>What a file on the command line holds.</summary>
internal enum InputKind
{
    Csv,
    JsonLines,
    Baseline,
    Profile,
}
