namespace Mlops.Cli;

/// <summary>Wrong use, with a message that says what would be right.</summary>
internal sealed class CliException(string message) : Exception(message);
