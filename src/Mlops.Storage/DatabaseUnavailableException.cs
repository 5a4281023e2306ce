namespace Mlops.Storage;

/// <summary>The database can't be opened, reached or written at all.</summary>
/// <param name="message">What was wrong, where, and what would be right.</param>
/// <param name="innerException">What the database's own library said, where it said something.</param>
public sealed class DatabaseUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
