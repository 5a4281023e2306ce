namespace Mlops.Storage;

/// <summary>The connection failed while a commit was under way: the change may be there or not, and the caller must look before doing it again.</summary>
/// <param name="message">What was wrong, where, and what would be right.</param>
/// <param name="innerException">What the database's own library said, where it said something.</param>
public sealed class CommitOutcomeUnknownException(string message, Exception? innerException = null)
    : Exception(message, innerException);
