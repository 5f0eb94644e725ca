/** Why a file can't be edited by a program; it is edited by hand then. */
export class EditError extends Error {}
