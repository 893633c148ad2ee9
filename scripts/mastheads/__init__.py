"""Printed heads of newspapers with their truth, made for measuring."""
