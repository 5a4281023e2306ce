namespace Mlops.Data.Quality.Expressions;

/// <summary>A rule can't be read, or does not fit the data: the message says what is wrong, where, and what would be right.</summary>
public sealed class RuleFormatException : FormatException
{
    /// <summary>Makes an exception without a message.</summary>
    public RuleFormatException() { }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong.</param>
    public RuleFormatException(string message)
        : base(message) { }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public RuleFormatException(string message, Exception innerException)
        : base(message, innerException) { }

    internal RuleFormatException(string message, string rule, int position)
        : base($"Character {position + 1} of the rule \"{rule}\": {message}")
    {
        Rule = rule;
        Position = position;
    }

    /// <summary>The text of the rule; empty when unknown.</summary>
    public string Rule { get; } = "";

    /// <summary>Where in <see cref="Rule"/> the fault is, from 0.</summary>
    public int Position { get; }
}
